package io.coffer.worker.source;

import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what cannot be done with a resource with the documented body. */
public class ResourceExceptionMapper {

  @ServerExceptionMapper
  public Response answer(ResourceException failed) {
    Answer answer = Answer.error(failed.error(), failed.getMessage());
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(answer.body())
        .build();
  }
}
