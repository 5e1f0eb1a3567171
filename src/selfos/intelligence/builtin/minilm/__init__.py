"""all-MiniLM-L6-v2 (Apache-2.0, sentence-transformers): its ONNX graph, and the build of the file the encoder loads."""
