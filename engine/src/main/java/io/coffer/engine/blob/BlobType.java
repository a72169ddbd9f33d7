package io.coffer.engine.blob;

/** What a blob holds. The two kinds never share a pack. */
public enum BlobType {
  DATA("data"),
  TREE("tree");

  private final String word;

  BlobType(String word) {
    this.word = word;
  }

  /** The word of the index files. */
  public String word() {
    return word;
  }
}
