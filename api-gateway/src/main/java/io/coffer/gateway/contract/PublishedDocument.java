package io.coffer.gateway.contract;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers the document to anybody, from memory that all answers share: it is large, nobody is asked
 * who they are, and a copy for each connection would fill the heap.
 */
@ApplicationScoped
class PublishedDocument {

  private static final String DOCUMENT = "/openapi(\\.json|\\.ya?ml)?";
  private static final String THE_ONLY_ONE = "<default>";

  void register(@Observes Router router, OpenApiDocumentService documents) {
    Buffer json = shared(documents.getDocument(THE_ONLY_ONE, Format.JSON));
    Buffer yaml = shared(documents.getDocument(THE_ONLY_ONE, Format.YAML));
    router
        .routeWithRegex(DOCUMENT)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .order(-1)
        .handler(
            asked -> {
              if (wantsJson(asked)) {
                answer(asked.response(), "application/json;charset=UTF-8", json);
              } else {
                answer(asked.response(), "application/yaml;charset=UTF-8", yaml);
              }
            });
  }

  private static void answer(HttpServerResponse response, String type, Buffer document) {
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(document.length()))
        .end(document);
  }

  private static boolean wantsJson(RoutingContext asked) {
    HttpServerRequest request = asked.request();
    String path = asked.normalizedPath();
    if (path.contains(".")) {
      return path.endsWith(".json");
    }
    String format = request.getParam("format");
    if (format != null) {
      return "json".equalsIgnoreCase(format);
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("application/json");
  }

  /** Outside the heap, from where it is sent as it is, and not freed with an answer. */
  private static Buffer shared(byte[] document) {
    ByteBuf memory = Unpooled.directBuffer(document.length).writeBytes(document).asReadOnly();
    return Buffer.buffer(Unpooled.unreleasableBuffer(memory));
  }
}
