package io.coffer.gateway.request;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.error.PlainRefusal;
import io.coffer.gateway.error.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The first to see a request: gives it an id, refuses what no route could want, and collects the
 * body within its bound, because signatures cover its bytes.
 */
@ApplicationScoped
class RequestIntake {

  private static final int MOST_BODY_BYTES = 12 * 1024 * 1024;
  private static final int LONGEST_URI = 16 * 1024;
  private static final int BEFORE_EVERYTHING = 10_000;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
  private static final Pattern CLIENTS_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  void register(@Observes Filters filters) {
    filters.register(this::take, BEFORE_EVERYTHING);
  }

  private void take(RoutingContext http) {
    HttpServerRequest request = http.request();
    RequestId.put(http, requestId(request));
    http.response().putHeader("X-Content-Type-Options", "nosniff");
    Call call = new Call(http);
    if (request.uri().length() > LONGEST_URI) {
      refuse(http, ApiException.of(414, "APIGW.0201", "Request URI too large."));
    } else if (!METHODS.contains(request.method().name())) {
      refuse(http, ApiException.noSuchApi());
    } else if (request.path() == null || BROKEN_PERCENT.matcher(request.path()).find()) {
      refuse(http, ApiException.of(CbrError.BAD_REQUEST, "API request error."));
    } else if (hasBody(request)) {
      collect(http, call);
    } else {
      http.next();
    }
  }

  private static void collect(RoutingContext http, Call call) {
    HttpServerRequest request = http.request();
    if (declaredLength(request) > MOST_BODY_BYTES) {
      refuse(http, tooLarge());
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      http.response().writeContinue();
    }
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() <= MOST_BODY_BYTES) {
            body.appendBuffer(chunk);
          } else {
            PlainRefusal.sendAndClose(http, tooLarge());
          }
        });
    request.endHandler(
        ended -> {
          call.body(body.getBytes());
          http.next();
        });
  }

  private static boolean hasBody(HttpServerRequest request) {
    return !request.isEnded()
        && (declaredLength(request) > 0 || request.getHeader("Transfer-Encoding") != null);
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static void refuse(RoutingContext http, ApiException refusal) {
    if (hasBody(http.request())) {
      PlainRefusal.sendAndClose(http, refusal);
    } else {
      PlainRefusal.send(http, refusal);
    }
  }

  private static ApiException tooLarge() {
    return ApiException.of(CbrError.PAYLOAD_TOO_LARGE, "Request entity too large.");
  }

  /**
   * The client's own id where it has one that is fit for logs and headers, else 32 random hex
   * digits.
   */
  private static String requestId(HttpServerRequest request) {
    String own = request.getHeader(RequestId.HEADER);
    if (own != null && CLIENTS_ID.matcher(own).matches()) {
      return own;
    }
    UUID random = UUID.randomUUID();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.getMostSignificantBits())
        + hex.toHexDigits(random.getLeastSignificantBits());
  }
}
