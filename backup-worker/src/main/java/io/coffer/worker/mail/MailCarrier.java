package io.coffer.worker.mail;

import io.coffer.worker.WorkerSettings;
import io.coffer.worker.delivery.Attempt;
import io.coffer.worker.delivery.Carrier;
import io.coffer.worker.delivery.Delivery;
import io.coffer.worker.delivery.TargetRefused;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Carries notices as mails, by the operator's mail server. */
@ApplicationScoped
class MailCarrier implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST = 254;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
              + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private final ReactiveMailer mailer;
  private final boolean configured;

  MailCarrier(ReactiveMailer mailer, WorkerSettings settings) {
    this.mailer = mailer;
    this.configured = settings.mail().host().isPresent();
  }

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public void check(String target, String secret) {
    if (!configured) {
      throw new TargetRefused("kind mail is not offered here: no mail server is configured.");
    }
    if (target == null || target.length() > LONGEST || !ADDRESS.matcher(target).matches()) {
      throw new TargetRefused("address must be one mail address.");
    }
  }

  @Override
  public Attempt carry(Delivery delivery, String secret, Instant now) {
    if (!configured) {
      return Attempt.failed("No mail server is configured.");
    }
    Mail mail =
        Mail.withText(delivery.target(), delivery.subject(), delivery.body())
            .addHeader("X-Coffer-Notice", delivery.noticeId().toString());
    try {
      mailer.send(mail).await().atMost(PATIENCE);
      return Attempt.DELIVERED;
    } catch (RuntimeException e) {
      return Attempt.failed("The mail server did not take it.");
    }
  }
}
