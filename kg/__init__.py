"""policy-kg: a knowledge graph of Chinese policy text, built without models and without a network."""
