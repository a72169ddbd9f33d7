package io.coffer.engine.tree;

import io.coffer.engine.blob.BlobId;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The canonical JSON of a tree: the bytes that its id is the hash of. */
public final class TreeFile {
  private TreeFile() {}

  /** Encodes nodes in the order of their names' bytes, whatever order they come in. */
  public static byte[] encode(List<Node> nodes) {
    StringBuilder out = new StringBuilder(200 * nodes.size() + 16);
    out.append("{\"nodes\":[");
    boolean first = true;
    for (Node node : nodes.stream().sorted(Comparator.comparing(Node::name)).toList()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      node(out, node);
    }
    return out.append("]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void node(StringBuilder out, Node node) {
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
    content(out, node);
    node.subtree().ifPresent(id -> text(out, "subtree", id.hex()));
    out.append('}');
  }

  private static void content(StringBuilder out, Node node) {
    if (node.type() != NodeType.FILE) {
      out.append(",\"content\":null");
      return;
    }
    out.append(",\"content\":[");
    out.ensureCapacity(out.length() + 68 * node.content().size());
    boolean first = true;
    for (BlobId id : node.content()) {
      out.append(first ? "\"" : ",\"").append(id.hex()).append('"');
      first = false;
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
