"""The terms of the ontology as a closed rdflib namespace. GENERATED from ontology/policy.ttl by ``kg vocab``; do not edit."""
# ruff: noqa: E501
from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

VERSION = "0.1.0"


class PK(DefinedNamespace):
    """Terms of the policy knowledge graph ontology."""

    _fail = True
    _NS = Namespace("https://w3id.org/policy-kg/ontology#")

    Agency: URIRef  # A body that holds public power: party, legislature, government, courts, central banks, international bodies, and their own departments, bureaus and centres.
    Article: URIRef  # One article of a document: a newspaper page holds several, a notice is one.
    Document: URIRef  # One input file; dcterms:identifier is its path relative to the input root.
    Entity: URIRef  # A named thing of exactly one of the seven classes below; skos:prefLabel is its fullest official name known.
    Evidence: URIRef  # One sentence that supports something.
    Figure: URIRef  # One stated quantity; told again in the same words of value, indicator and period, it is the same node with more evidence.
    Fragment: URIRef  # One stretch of a sentence that the layout broke; put together by pk:position the stretches are the sentence.
    Indicator: URIRef  # The thing measured, whatever its wording; skos:altLabel holds the printed wordings, pk:about and dcterms:spatial its scope (none for the whole country).
    NoticeElement: URIRef  # One formal element of an official notice with its evidence; it also stands as a direct triple of the regulation.
    Organization: URIRef  # Any other organised body: company, hospital, school, association, media house.
    Person: URIRef  # A named human being.
    Place: URIRef  # A country, province, city, county, or a named region or zone; skos:notation is its GB/T 2260 code.
    Programme: URIRef  # A named public undertaking with a life of its own: an information system or platform, an insurance or pension scheme, a subsidy or reform, a fund, a campaign, an event, a hotline, an infrastructure project.
    Publication: URIRef  # Any other named document: report, white paper, statistical bulletin, handbook, book.
    Regulation: URIRef  # A normative document: law, regulation, measures, opinions, notice, plan, guide, standard, convention, and drafts of these.
    Stage: URIRef  # A stage that the text tells of a programme: pilot, extension, the whole country.
    Statement: URIRef  # One relation with its evidence and confidence; the same relation also stands as a direct triple.
    Target: URIRef  # An outcome that is aimed at, planned or promised, not yet reached.
    about: URIRef  # The entity it is a fact about, the narrowest one named.
    addressedTo: URIRef  # Those to whom the notice is addressed, as printed.
    administers: URIRef  # Launches, builds, runs, organises, leads or funds it.
    amends: URIRef  # Replaces it in part only: the other stays in force.
    appliesIn: URIRef  # Where it is carried out or in force, where the text says so.
    attachment: URIRef  # Title of an attachment, as the notice lists it.
    basedOn: URIRef  # Made or done under, required by, or built on.
    changes: URIRef  # Told again with another deadline or another number.
    committedBy: URIRef  # The agency or organization that sets it.
    concerns: URIRef  # Governs the programme, or reports on it.
    confidence: URIRef  # From 0 to 1.
    copiedTo: URIRef  # Those who get a copy, as printed at the end.
    curatedBy: URIRef  # The note in corrections.toml by which an analyst has merged, split, renamed, retyped or added it.
    deadline: URIRef  # The last day of the stretch: 2027年年底前 is 2027-12-31.
    direction: URIRef  # increase or decrease.
    documentNumber: URIRef  # Code of the issuer, year and serial number: 国办发〔2019〕2号; for decrees their number.
    draftOf: URIRef  # A draft and the regulation that came of it.
    drafts: URIRef  # Drafted it, or seeks opinions on it; not issued yet.
    effectiveFrom: URIRef  # From when it is in force.
    end: URIRef  # Where it ends in the file's decoded text (exclusive), in code points.
    eventDate: URIRef  # A date as precise as the text; the particular dates are its sub-properties.
    evidence: URIRef  # A sentence that supports it.
    firstTold: URIRef  # The day of the oldest article that tells it.
    fragment: URIRef  # Replaces pk:start and pk:end where the sentence was joined across a break in the layout.
    holdsPostAt: URIRef  # Holds a post at the body; the Statement's pk:postTitle names the post.
    inArticle: URIRef  # The article in which the sentence stands.
    indicator: URIRef  # The thing measured, as a noun phrase: 基本医疗保险参保人数.
    indicators: URIRef  # All indicators of a build.
    issuedOn: URIRef  # When it was issued, published or adopted.
    issues: URIRef  # Issued, published, adopted, promulgated; one for each of several joint issuers.
    leadIssuer: URIRef  # Of several joint issuers the one named first.
    measure: URIRef  # level; change, without a yearly base; yearOnYear; share, also a rate of coverage; annualAverage.
    metBy: URIRef  # The later figure of the same indicator that reaches it.
    metIn: URIRef  # The sentence of a later document that reports it as met.
    ofIndicator: URIRef  # The indicator that the figure measures; pk:indicator keeps the printed wording. Not qb:measureType, whose values are measure properties and no concepts.
    partOf: URIRef  # An inner department of a body; a component, stage or sub-event of a programme.
    participatesIn: URIRef  # Joins, hosts a site of, uses or is covered by it.
    periodEnd: URIRef  # Last day of the stretch it speaks of.
    periodStart: URIRef  # First day of the stretch it speaks of; the same as the last for a moment.
    position: URIRef  # Place of the fragment in its sentence, from 0.
    postTitle: URIRef  # Title of the post in a statement of pk:holdsPostAt: 局长, 教授; that of a post which is told as left begins with 原: 原局长.
    printedOn: URIRef  # The day of printing at its end; the day that it was signed is pk:issuedOn.
    qualifier: URIRef  # One of 约 超过 不低于 不超过 近 以上 以下 左右.
    quote: URIRef  # The cleaned sentence: without line breaks and typesetting spaces, no letter changed.
    relation: URIRef  # A relation between two entities; the particular relations are its sub-properties.
    replaces: URIRef  # Repeals, supersedes or amends.
    reprintOf: URIRef  # Its text is for the most part that of an earlier article; the two are one witness.
    retells: URIRef  # The same target, told again by a later document; leads to the telling before, and so back to the first.
    section: URIRef  # Where the sentence stands in a law or a notice: 第二章 第八条 第二款, or 二、（三）.
    sha256: URIRef  # Lower-case hexadecimal SHA-256 of the file's bytes.
    stageName: URIRef  # One of planned, launched, pilot, extended, running, nationwide, completed, ended.
    stageOf: URIRef  # The programme that is in this stage.
    start: URIRef  # Where it begins in the file's decoded text, in code points.
    startedOn: URIRef  # When it was launched, put into service or opened.
    statedBy: URIRef  # What or whom the text says it comes from.
    statedText: URIRef  # The words with qualifier, number and unit: 约13.26亿人.
    statement: URIRef  # The clause in the text's words.
    targetFigure: URIRef  # The figure, where the target is a number.
    targetOf: URIRef  # The programme, regulation or place it belongs to.
    unit: URIRef  # The unit without multiplier: 人, 人次, 元, 元/人, %, 个百分点, 千瓦时; an empty string where none is printed.
    value: URIRef  # Multipliers worked out; a decrease keeps the printed, positive value and pk:direction tells the direction.
    valueMax: URIRef  # Upper end, where a range is stated.
