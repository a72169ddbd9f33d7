package io.coffer.engine.tree;

/** The kinds of inodes, by the words of the tree JSON. */
public enum NodeType {
  FILE("file"),
  DIR("dir"),
  SYMLINK("symlink"),
  DEV("dev"),
  CHARDEV("chardev"),
  FIFO("fifo"),
  SOCKET("socket");

  private final String word;

  NodeType(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of the kinds
   */
  static NodeType of(String word) {
    for (NodeType type : values()) {
      if (type.word.equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown node type " + word);
  }
}
