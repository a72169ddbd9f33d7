package io.coffer.engine.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.coffer.engine.DamagedException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.BlobType;
import io.coffer.engine.pack.PackEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The JSON of an index file. */
public final class IndexFile {
  /** Blobs after which an index file is written, and another begun. */
  public static final int USUAL_BLOBS = 40_000;

  private static final JsonFactory JSON = new JsonFactory();

  private IndexFile() {}

  public static byte[] encode(List<PackContents> packs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeArrayFieldStart("packs");
      for (PackContents pack : packs) {
        out.writeStartObject();
        out.writeStringField("id", pack.pack().hex());
        out.writeArrayFieldStart("blobs");
        for (PackEntry blob : pack.blobs()) {
          out.writeStartObject();
          out.writeStringField("id", blob.id().hex());
          out.writeStringField("type", blob.type().word());
          out.writeNumberField("offset", blob.offset());
          out.writeNumberField("length", blob.length());
          if (blob.compressed()) {
            out.writeNumberField("uncompressed_length", blob.uncompressedLength());
          }
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws DamagedException if the JSON is not that of an index
   */
  public static List<PackContents> parse(byte[] json, String name) {
    List<PackContents> packs = new ArrayList<>();
    try (JsonParser in = JSON.createParser(json)) {
      expect(in.nextToken() == JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean isPacks = in.currentName().equals("packs");
        in.nextToken();
        if (!isPacks || in.currentToken() != JsonToken.START_ARRAY) {
          in.skipChildren();
          continue;
        }
        while (in.nextToken() == JsonToken.START_OBJECT) {
          packs.add(pack(in));
        }
      }
      expect(in.currentToken() == JsonToken.END_OBJECT);
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedException("index " + name + " is damaged: " + e.getMessage(), e);
    }
    return packs;
  }

  private static PackContents pack(JsonParser in) throws IOException {
    BlobId id = null;
    List<PackEntry> blobs = new ArrayList<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      in.nextToken();
      if (field.equals("id")) {
        id = BlobId.parse(in.getText());
      } else if (field.equals("blobs") && in.currentToken() == JsonToken.START_ARRAY) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          blobs.add(blob(in));
        }
      } else {
        in.skipChildren();
      }
    }
    expect(id != null);
    blobs.sort(Comparator.comparingLong(PackEntry::offset));
    return new PackContents(id, blobs);
  }

  private static PackEntry blob(JsonParser in) throws IOException {
    BlobId id = null;
    BlobType type = null;
    int offset = -1;
    int length = -1;
    int uncompressed = 0;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      in.nextToken();
      switch (field) {
        case "id" -> id = BlobId.parse(in.getText());
        case "type" -> type = in.getText().equals("tree") ? BlobType.TREE : BlobType.DATA;
        case "offset" -> offset = in.getIntValue();
        case "length" -> length = in.getIntValue();
        case "uncompressed_length" -> uncompressed = in.getIntValue();
        default -> in.skipChildren();
      }
    }
    expect(id != null && type != null && offset >= 0 && length > 0 && uncompressed >= 0);
    return new PackEntry(type, id, offset, length, uncompressed);
  }

  private static void expect(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not the JSON of an index");
    }
  }
}
