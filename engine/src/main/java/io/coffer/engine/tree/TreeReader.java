package io.coffer.engine.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The nodes of a tree one after the other, in the order of their names' bytes. All methods throw
 * {@link DamagedException} if the JSON is not that of a tree.
 */
public final class TreeReader implements Iterable<Node>, Iterator<Node>, AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final BlobId id;
  private final InputStream json;
  private final JsonParser in;
  private final Map<String, String> names = new HashMap<>();
  private boolean amongNodes;
  private String last = "";
  private Node next;

  /**
   * @param json is read to its end, and closed with this
   */
  public TreeReader(BlobId id, InputStream json) {
    this.id = id;
    this.json = json;
    try {
      in = JSON.createParser(json).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    } catch (IOException e) {
      throw damaged(e);
    }
    boolean begun = false;
    try {
      TreeParser.expect(in.nextToken() == JsonToken.START_OBJECT);
      next = find();
      begun = true;
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw damaged(e);
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  @Override
  public Iterator<Node> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /** The name of the node that {@link #next} gives, if there is one. */
  public String nextName() {
    return next.name();
  }

  @Override
  public Node next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Node node = next;
    next = null; // damage ends it
    try {
      next = find();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      throw damaged(e);
    }
    return node;
  }

  private Node find() throws IOException {
    while (true) {
      if (amongNodes) {
        if (in.nextToken() == JsonToken.START_OBJECT) {
          Node node = new TreeParser(names).node(in);
          requireNext(node.name());
          return node;
        }
        amongNodes = false;
      }
      if (in.nextToken() != JsonToken.FIELD_NAME) {
        TreeParser.expect(in.currentToken() == JsonToken.END_OBJECT);
        json.transferTo(OutputStream.nullOutputStream()); // what follows is hashed too
        return null;
      }
      boolean isNodes = in.currentName().equals("nodes");
      amongNodes = in.nextToken() == JsonToken.START_ARRAY && isNodes;
      if (!amongNodes) {
        in.skipChildren();
      }
    }
  }

  /**
   * Of two inodes under one name, the second would be made through the first: a file inside of what
   * a link points to. Writers keep names in the order of their bytes, so none has to be remembered.
   */
  private void requireNext(String name) {
    if (name.compareTo(last) <= 0) {
      throw new IllegalArgumentException(
          name.equals(last)
              ? "it has the name " + RawPath.text(name) + " twice"
              : "its names are not in order: " + RawPath.text(name));
    }
    last = name;
  }

  private DamagedException damaged(Exception e) {
    return new DamagedException("tree " + id + " is damaged: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      in.close(); // gives its buffers back
      json.close();
    } catch (IOException e) {
      throw damaged(e);
    }
  }
}
