package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The canonical JSON of a tree: the bytes that its id is the hash of. */
public final class TreeFile {
  private static final int PIECE = 8 * 1024;
  private static final BlobId NOT_YET = new Hasher().id(new byte[0], 0, 0);

  private final OutputStream bytes;
  private final StringBuilder out = new StringBuilder("{\"nodes\":[");
  private boolean first = true;

  /** A tree whose nodes come one after the other. */
  public TreeFile(OutputStream bytes) {
    this.bytes = bytes;
  }

  /** Encodes nodes in the order of their names' bytes, whatever order they come in. */
  public static byte[] encode(List<Node> nodes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(400 * nodes.size() + 16);
    TreeFile file = new TreeFile(bytes);
    try {
      for (Node node : nodes.stream().sorted(Comparator.comparing(Node::name)).toList()) {
        file.add(node);
      }
      file.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] json = bytes.toByteArray();
    assert readsBack(nodes, json);
    return json;
  }

  /** In tests, whoever writes a tree learns at once that nobody could read it. */
  private static boolean readsBack(List<Node> nodes, byte[] json) {
    return TreeParser.parse(NOT_YET, json, json.length).stream()
        .map(Node::name)
        .toList()
        .equals(nodes.stream().map(Node::name).sorted().toList());
  }

  /** Adds the node that follows in the order of the names' bytes. */
  public void add(Node node) throws IOException {
    if (!first) {
      out.append(',');
    }
    first = false;
    write(node);
  }

  /** Adds what stands behind the last node. */
  public void end() throws IOException {
    out.append("]}\n");
    drain();
  }

  /** Texts are made in small pieces: a large folder or volume has tens of megabytes of them. */
  private void drain() throws IOException {
    bytes.write(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }

  private void write(Node node) throws IOException {
    Metadata metadata = node.metadata();
    out.append("{\"name\":");
    GoText.json(out, GoText.quote(node.name()));
    out.append(",\"type\":\"").append(node.type().word()).append('"');
    number(out, "mode", Integer.toUnsignedLong(metadata.mode()));
    time(out, "mtime", metadata.mtime());
    time(out, "atime", metadata.atime());
    time(out, "ctime", metadata.ctime());
    out.append(",\"uid\":").append(metadata.uid());
    out.append(",\"gid\":").append(metadata.gid());
    text(out, "user", metadata.user());
    text(out, "group", metadata.group());
    number(out, "inode", metadata.inode());
    number(out, "device_id", metadata.deviceId());
    number(out, "size", node.size());
    number(out, "links", node.links());
    if (!node.linkTarget().isEmpty()) {
      out.append(",\"linktarget\":");
      GoText.jsonOfRaw(out, node.linkTarget());
    }
    if (!GoText.isUtf8(node.linkTarget())) {
      text(out, "linktarget_raw", base64(GoText.bytes(node.linkTarget())));
    }
    attributes(out, metadata.extendedAttributes());
    number(out, "device", node.device());
    content(node);
    node.subtree().ifPresent(id -> text(out, "subtree", id.hex()));
    out.append('}');
    drain();
  }

  private void content(Node node) throws IOException {
    if (node.type() != NodeType.FILE) {
      out.append(",\"content\":null");
      return;
    }
    out.append(",\"content\":[");
    boolean firstBlob = true;
    for (BlobId id : node.content()) {
      out.append(firstBlob ? "\"" : ",\"").append(id.hex()).append('"');
      firstBlob = false;
      if (out.length() > PIECE) {
        drain();
      }
    }
    out.append(']');
  }

  private static void attributes(StringBuilder out, List<Metadata.ExtendedAttribute> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    out.append(",\"extended_attributes\":[");
    boolean first = true;
    for (Metadata.ExtendedAttribute attribute : attributes) {
      out.append(first ? "{\"name\":" : ",{\"name\":");
      GoText.jsonOfRaw(out, attribute.name());
      out.append(",\"value\":\"").append(base64(attribute.value())).append("\"}");
      first = false;
    }
    out.append(']');
  }

  private static void time(StringBuilder out, String name, OffsetDateTime time) {
    out.append(",\"").append(name).append("\":\"");
    TreeTime.append(out, time);
    out.append('"');
  }

  private static void number(StringBuilder out, String name, long value) {
    if (value != 0) {
      out.append(",\"").append(name).append("\":").append(Long.toUnsignedString(value));
    }
  }

  private static void text(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append(",\"").append(name).append("\":");
      GoText.json(out, value);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
