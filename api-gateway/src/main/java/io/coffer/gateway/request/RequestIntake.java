package io.coffer.gateway.request;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.connection.Connection;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.error.PlainRefusal;
import io.coffer.gateway.error.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The first to see a request: gives it an id, refuses what no route could want, and collects the
 * body within its bound, because signatures cover its bytes.
 */
@ApplicationScoped
class RequestIntake {

  private static final int LONGEST_URI = 16 * 1024;
  private static final int LONGEST_HEADERS = 64 * 1024;
  private static final int BEFORE_EVERYTHING = 10_000;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
  private static final Pattern CLIENTS_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern BROKEN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  void register(@Observes Filters filters) {
    filters.register(this::take, BEFORE_EVERYTHING);
  }

  /** Some requests fail before the first filter, one without a host for example. */
  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(RequestIntake::refuseUnseen);
  }

  private static void refuseUnseen(RoutingContext http) {
    if (!RequestId.of(http).isEmpty()) {
      http.next();
      return;
    }
    RequestId.put(http, requestId(http.request()));
    PlainRefusal.sendAndClose(
        http,
        http.statusCode() == 404
            ? ApiException.noSuchApi()
            : ApiException.of(CbrError.BAD_REQUEST, "API request error."));
  }

  private void take(RoutingContext http) {
    HttpServerRequest request = http.request();
    Connection connection = Connection.of(request);
    if (!connection.begins()) {
      return;
    }
    http.addEndHandler(over -> connection.ends());
    RequestId.put(http, requestId(request));
    http.response().putHeader("X-Content-Type-Options", "nosniff");
    GatewayRequest asked = new GatewayRequest(http);
    if (request.uri().length() > LONGEST_URI) {
      refuse(http, ApiException.of(414, "APIGW.0201", "Request URI too large."));
    } else if (length(request.headers()) > LONGEST_HEADERS) {
      refuse(http, ApiException.of(431, "APIGW.0201", "Request headers too large."));
    } else if (!METHODS.contains(request.method().name())) {
      refuse(http, ApiException.noSuchApi());
    } else if (request.path() == null || BROKEN_PERCENT.matcher(request.path()).find()) {
      refuse(http, ApiException.of(CbrError.BAD_REQUEST, "API request error."));
    } else if (hasBody(request)) {
      collect(http, asked);
    } else {
      http.next();
    }
  }

  private void collect(RoutingContext http, GatewayRequest asked) {
    HttpServerRequest request = http.request();
    if (declaredLength(request) > BodyCollector.MOST_BYTES) {
      refuse(http, BodyCollector.tooLarge());
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      http.response().writeContinue();
    }
    BodyCollector.collect(
        http,
        (int) declaredLength(request),
        body -> {
          asked.body(body);
          http.next();
        });
  }

  private static boolean hasBody(HttpServerRequest request) {
    return !request.isEnded()
        && (declaredLength(request) > 0 || request.getHeader("Transfer-Encoding") != null);
  }

  private static int length(MultiMap headers) {
    int length = 0;
    for (Map.Entry<String, String> header : headers) {
      length += header.getKey().length() + header.getValue().length();
    }
    return length;
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
