package io.coffer.engine.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of a tree, whoever wrote it; fields it does not know are skipped. */
public final class TreeParser {
  private static final OffsetDateTime NO_TIME =
      OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final Map<String, String> names;
  private String name;
  private NodeType type;
  private int mode;
  private OffsetDateTime mtime = NO_TIME;
  private OffsetDateTime atime = NO_TIME;
  private OffsetDateTime ctime = NO_TIME;
  private long uid;
  private long gid;
  private String user = "";
  private String group = "";
  private long inode;
  private long deviceId;
  private long size;
  private long links;
  private String linkTarget = "";
  private long device;
  private final List<BlobId> content = new ArrayList<>();
  private final List<Metadata.ExtendedAttribute> attributes = new ArrayList<>();
  private BlobId subtree;

  /**
   * @param names of users and groups that were read before: they repeat
   */
  TreeParser(Map<String, String> names) {
    this.names = names;
  }

  /**
   * @throws DamagedException if the JSON is not that of a tree
   */
  public static List<Node> parse(BlobId id, byte[] json, int length) {
    try (TreeReader reader = new TreeReader(id, new ByteArrayInputStream(json, 0, length))) {
      List<Node> nodes = new ArrayList<>();
      reader.forEach(nodes::add);
      return nodes;
    }
  }

  Node node(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      in.nextToken();
      field(in, field);
    }
    expect(name != null && !name.isEmpty() && !name.contains("/") && type != null);
    expect(!name.equals(".") && !name.equals("..") && name.indexOf('\0') < 0);
    expect(type != NodeType.DIR || subtree != null);
    Metadata metadata =
        new Metadata(
            mode,
            mtime,
            atime,
            ctime,
            uid,
            gid,
            user,
            group,
            inode,
            deviceId,
            List.copyOf(attributes));
    return new Node(
        name,
        type,
        metadata,
        size,
        links,
        linkTarget,
        device,
        content.size() < 3 ? List.copyOf(content) : content,
        Optional.ofNullable(subtree));
  }

  private void field(JsonParser in, String field) throws IOException {
    switch (field) {
      case "name" -> name = GoText.unquote(in.getText());
      case "type" -> type = NodeType.of(in.getText());
      case "mode" -> mode = (int) in.getLongValue();
      case "mtime" -> mtime = time(in);
      case "atime" -> atime = time(in);
      case "ctime" -> ctime = time(in);
      case "uid" -> uid = in.getLongValue();
      case "gid" -> gid = in.getLongValue();
      case "user" -> user = known(in.getText());
      case "group" -> group = known(in.getText());
      case "inode" -> inode = unsigned(in);
      case "device_id" -> deviceId = unsigned(in);
      case "size" -> size = in.getLongValue();
      case "links" -> links = unsigned(in);
      case "linktarget" -> linkTarget = linkTarget.isEmpty() ? raw(in) : linkTarget;
      case "linktarget_raw" ->
          linkTarget =
              new String(in.getBinaryValue(), java.nio.charset.StandardCharsets.ISO_8859_1);
      case "device" -> device = unsigned(in);
      case "content" -> content(in);
      case "subtree" -> subtree = BlobId.parse(in.getText());
      case "extended_attributes" -> attributes(in);
      default -> in.skipChildren();
    }
  }

  /** A file's times are often the same. */
  private OffsetDateTime time(JsonParser in) throws IOException {
    OffsetDateTime time = TreeTime.parse(in.getText());
    return time.equals(mtime) ? mtime : time.equals(atime) ? atime : time;
  }

  private String known(String text) {
    String before = names.putIfAbsent(text, text);
    return before == null ? text : before;
  }

  private void content(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() == JsonToken.VALUE_STRING) {
        content.add(BlobId.parse(in.getText()));
      }
    }
  }

  private void attributes(JsonParser in) throws IOException {
    while (in.currentToken() == JsonToken.START_ARRAY && in.nextToken() == JsonToken.START_OBJECT
        || in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == JsonToken.START_OBJECT) {
      String attribute = "";
      byte[] value = new byte[0];
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isName = in.currentName().equals("name");
        in.nextToken();
        if (isName) {
          attribute = raw(in);
        } else if (in.currentToken() == JsonToken.VALUE_STRING) {
          value = in.getBinaryValue();
        }
      }
      attributes.add(new Metadata.ExtendedAttribute(attribute, value));
    }
  }

  private static String raw(JsonParser in) throws IOException {
    return GoText.raw(in.getText());
  }

  private static long unsigned(JsonParser in) throws IOException {
    return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? in.getBigIntegerValue().longValue()
        : in.getLongValue();
  }

  static void expect(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not the JSON of a tree");
    }
  }
}
