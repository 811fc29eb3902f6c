"""The office: scaffolded files, forms, the meeting paper and generated parts of the guide."""
