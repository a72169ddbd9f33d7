package io.coffer.gateway.relay;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands a {@link LongAnswer} to its client without a thread that waits. */
@Provider
public class LongAnswerWriter implements ServerMessageBodyWriter<LongAnswer> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return type == LongAnswer.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == LongAnswer.class;
  }

  @Override
  public void writeResponse(LongAnswer answer, Type generic, ServerRequestContext context) {
    ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
    request.suspend();
    answer.to(request.unwrap(RoutingContext.class), request::resume);
  }

  /** For who wants a stream: nobody here, and it could not be had without waiting. */
  @Override
  public void writeTo(
      LongAnswer answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream stream)
      throws IOException {
    throw new IOException("a long answer is not written to streams");
  }
}
