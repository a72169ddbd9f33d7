package io.coffer.gateway.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.coffer.gateway.error.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Reads request bodies: strict about types, because a value that was guessed is a wrong vault
 * later; bounded in depth, length and number of parts; deaf to properties that nobody documented.
 */
public final class BodyReader<T> {

  /** Enough for 256 resources with 256 excluded volumes each, or with 60 to include. */
  private static final int MOST_TOKENS = 100_000;

  private static final ObjectMapper MAPPER = mapper();

  private final ObjectReader reader;

  private BodyReader(Class<T> type) {
    reader = MAPPER.readerFor(type);
  }

  /** The reader of one kind of body; made once, used by many threads. */
  public static <T> BodyReader<T> of(Class<T> type) {
    return new BodyReader<>(type);
  }

  /**
   * The body as an object.
   *
   * @throws ApiException 400 that names the field, when it is not such an object in JSON
   */
  public T read(byte[] body) {
    if (body.length == 0) {
      throw ApiException.invalid("The request body is missing.");
    }
    T read;
    try {
      read = reader.readValue(text(body));
    } catch (JsonProcessingException e) {
      throw ApiException.invalid(refusal(e));
    } catch (IOException e) {
      throw ApiException.invalid("The request body is not text in UTF-8.");
    }
    if (read == null) {
      throw ApiException.invalid("The request body must be an object.");
    }
    return read;
  }

  /** Decoded strictly: the parser itself would guess encodings and forgive what is no UTF-8. */
  private static Reader text(byte[] body) {
    return new InputStreamReader(
        new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder());
  }

  /** Deep in a body the parser's own complaint is wrapped; the wrapping says where it was. */
  private static String refusal(JsonProcessingException e) {
    Throwable why = e instanceof JsonMappingException && e.getCause() != null ? e.getCause() : e;
    if (why instanceof StreamConstraintsException) {
      return at(e) + "is nested too deep or too long.";
    }
    if (why instanceof InputCoercionException coercion) {
      return at(coercion) + "must be " + wanted(coercion.getTargetType()) + ".";
    }
    if (why instanceof MismatchedInputException mismatched) {
      return at(e) + "must be " + wanted(mismatched.getTargetType()) + ".";
    }
    if (why instanceof StreamReadException malformed) {
      return malformed(malformed);
    }
    return at(e) + "cannot be read.";
  }

  private static String malformed(StreamReadException e) {
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

  private static String at(InputCoercionException e) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext at = e.getProcessor().getParsingContext();
        at != null && !at.inRoot();
        at = at.getParent()) {
      path.insert(
          0,
          at.inArray()
              ? "[" + at.getCurrentIndex() + "]"
              : (at.getParent().inRoot() ? "" : ".") + at.getCurrentName());
    }
    return path.isEmpty() ? "The request body " : path.append(' ').toString();
  }

  private static String at(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "The request body ";
    }
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : mapping.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.append(' ').toString();
  }

  private static String wanted(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "a boolean";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "an integer of at most 32 bits";
    }
    return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static ObjectMapper mapper() {
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
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    builder.withCoercionConfig(
        LogicalType.Textual,
        config ->
            config
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    return builder.build();
  }
}
