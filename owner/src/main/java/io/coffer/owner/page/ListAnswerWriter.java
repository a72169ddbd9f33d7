package io.coffer.owner.page;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes lists to whoever asked. A piece is read when the one before it has left; where one cannot
 * be, the connection is closed, so that nobody takes half a list for a whole one.
 */
@Provider
public class ListAnswerWriter implements ServerMessageBodyWriter<ListAnswer> {

  private static final Logger LOG = Logger.getLogger(ListAnswerWriter.class);

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return type == ListAnswer.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == ListAnswer.class;
  }

  @Override
  public void writeResponse(ListAnswer answer, Type generic, ServerRequestContext context) {
    if (answer.isWhole()) {
      context.serverResponse().end(answer.first());
      return;
    }
    ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
    request.suspend();
    request.serverResponse().setChunked(true);
    new Writing(answer, request, Vertx.currentContext()).write(answer.first());
  }

  /** For who wants a stream: nobody here, and it could not be had without waiting. */
  @Override
  public void writeTo(
      ListAnswer answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream stream)
      throws IOException {
    throw new IOException("a list is not written to streams");
  }

  private record Writing(
      ListAnswer answer, ResteasyReactiveRequestContext request, Context context) {

    void write(byte[] piece) {
      if (piece.length == 0) {
        next();
        return;
      }
      response()
          .write(
              piece,
              failure -> {
                if (failure == null) {
                  context.runOnContext(written -> next());
                } else {
                  request.resume(); // who asked is gone
                }
              });
    }

    private void next() {
      answer.next().subscribe().with(this::go, this::fail);
    }

    private void go(byte[] piece) {
      if (piece == null) {
        response().end();
        request.resume();
      } else {
        write(piece);
      }
    }

    private void fail(Throwable failure) {
      LOG.warnf("a list is not read to its end path=%s: %s", request.getPath(), failure);
      response().reset();
      request.resume();
    }

    private ServerHttpResponse response() {
      return request.serverResponse();
    }
  }
}
