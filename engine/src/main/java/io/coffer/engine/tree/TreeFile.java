package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The canonical JSON of a tree: the bytes that its id is the hash of. */
public final class TreeFile {
  private static final int PIECE = 8 * 1024;

  private static final BlobId NOT_YET = new Hasher().id(new byte[0], 0, 0);

  private TreeFile() {}

  /** Encodes nodes in the order of their names' bytes, whatever order they come in. */
  public static byte[] encode(List<Node> nodes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(400 * nodes.size() + 16);
    StringBuilder out = new StringBuilder("{\"nodes\":[");
    boolean first = true;
    for (Node node : nodes.stream().sorted(Comparator.comparing(Node::name)).toList()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      node(out, node, bytes);
    }
    drain(out.append("]}\n"), bytes);
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

  /** Texts are made in small pieces: a large folder or volume has tens of megabytes of them. */
  private static void drain(StringBuilder out, ByteArrayOutputStream bytes) {
    bytes.writeBytes(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }

  private static void node(StringBuilder out, Node node, ByteArrayOutputStream bytes) {
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
    content(out, node, bytes);
    node.subtree().ifPresent(id -> text(out, "subtree", id.hex()));
    out.append('}');
    drain(out, bytes);
  }

  private static void content(StringBuilder out, Node node, ByteArrayOutputStream bytes) {
    if (node.type() != NodeType.FILE) {
      out.append(",\"content\":null");
      return;
    }
    out.append(",\"content\":[");
    boolean first = true;
    for (BlobId id : node.content()) {
      out.append(first ? "\"" : ",\"").append(id.hex()).append('"');
      first = false;
      if (out.length() > PIECE) {
        drain(out, bytes);
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
