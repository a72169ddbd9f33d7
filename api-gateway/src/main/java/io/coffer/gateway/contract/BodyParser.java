package io.coffer.gateway.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.coffer.gateway.error.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Makes a tree of a body in JSON, bounded in depth, length and number of parts. */
final class BodyParser {

  /** Enough for 256 resources with 256 excluded volumes each, or with 60 to include. */
  private static final int MOST_TOKENS = 100_000;

  private static final ObjectReader READER = reader();

  private BodyParser() {}

  /**
   * The tree of a body.
   *
   * @throws ApiException 400 that tells where, when it is not well-formed or beyond the bounds
   */
  static JsonNode tree(byte[] body) {
    if (body.length == 0) {
      throw ApiException.invalid("The request body is missing.");
    }
    try (JsonParser parser = READER.createParser(text(body))) {
      return tree(parser);
    } catch (IOException e) {
      throw ApiException.invalid("The request body is not text in UTF-8.");
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    try {
      JsonNode tree = parser.readValueAsTree();
      if (tree == null || parser.nextToken() != null) {
        throw ApiException.invalid("The request body is not well-formed JSON.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw ApiException.invalid(
          e instanceof StreamConstraintsException
              ? place(parser.getParsingContext()) + " is nested too deep or too long."
              : malformed(e));
    }
  }

  /** Decoded strictly: the parser itself would guess encodings and forgive what is no UTF-8. */
  private static Reader text(byte[] body) {
    return new InputStreamReader(
        new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
  }

  private static String malformed(JsonProcessingException e) {
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
    String what = twice ? "has a field twice" : "is not well-formed JSON";
    return e.getLocation() == null
        ? "The request body " + what + "."
        : "The request body "
            + what
            + " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ").";
  }

  private static FieldPath place(JsonStreamContext at) {
    if (at == null || at.inRoot()) {
      return FieldPath.BODY;
    }
    FieldPath parent = place(at.getParent());
    if (at.inArray()) {
      return parent.element(at.getCurrentIndex());
    }
    return at.getCurrentName() == null ? parent : parent.field(at.getCurrentName());
  }

  private static ObjectReader reader() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(65_536)
                    .maxNameLength(256)
                    .maxNumberLength(64)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    return JsonMapper.builder(factory).build().reader();
  }
}
