package io.coffer.systemtests.conformance.sdk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.SdkResponse;
import com.huaweicloud.sdk.core.TypeCasts;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.http.FieldExistence;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.core.http.LocationType;
import io.coffer.systemtests.conformance.document.Answer;
import java.util.Map;

/** Calls by the core of the vendor's client, which signs them and reads their errors. */
final class SignedCalls {

  /** What a call needs besides its address. */
  private record Call(Map<String, Object> body, String language) {}

  /** Whatever comes back; what it says is looked up in the answer itself. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public static final class Any extends SdkResponse {}

  private final HcClient client;
  private final Sdk sdk;

  SignedCalls(HcClient client, Sdk sdk) {
    this.client = client;
    this.sdk = sdk;
  }

  /** A call with a body, or with none for null, that is done. */
  JsonNode ok(String method, String path, Map<String, Object> body) {
    return send(method, path, body).parsed();
  }

  /** A call that is refused. */
  Answer refused(String method, String path, Map<String, Object> body) {
    try {
      send(method, path, body);
    } catch (ServiceResponseException e) {
      Answer last = sdk.last();
      if (!last.code().equals(e.getErrorCode())) {
        throw new AssertionError(last.body() + " was read as " + e);
      }
      return last;
    }
    throw new AssertionError(method + " " + path + " was done: " + sdk.last().body());
  }

  private Answer send(String method, String path, Map<String, Object> body) {
    HttpRequestDef.Builder<Call, Any> call =
        HttpRequestDef.builder(HttpMethod.valueOf(method), Call.class, Any.class)
            .withName(path)
            .withUri(path)
            .withContentType("application/json");
    call.<String>withRequestField(
        "X-Language",
        LocationType.Header,
        FieldExistence.NULL_IGNORE,
        TypeCasts.uncheckedConversion(String.class),
        field -> field.withMarshaller(Call::language, (request, value) -> {}));
    if (body != null) {
      call.<Map<String, Object>>withRequestField(
          "body",
          LocationType.Body,
          FieldExistence.NON_NULL_NON_EMPTY,
          TypeCasts.uncheckedConversion(Map.class),
          field -> field.withMarshaller(Call::body, (request, value) -> {}));
    }
    client.syncInvokeHttp(new Call(body, "zh-cn"), call.build());
    return sdk.last();
  }
}
