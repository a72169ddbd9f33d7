package io.coffer.owner.refusal;

import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what is {@link Refused} with the documented body. */
public class RefusedMapper {

  @ServerExceptionMapper
  public Response answer(Refused refused) {
    Answer answer = Answer.error(refused.error(), refused.getMessage());
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(answer.body())
        .build();
  }
}
