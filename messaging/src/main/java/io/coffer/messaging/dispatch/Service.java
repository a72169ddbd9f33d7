package io.coffer.messaging.dispatch;

import io.coffer.contracts.Topic;
import java.util.Set;

/** What the plumbing must know of the service it runs in. Each service has one bean of it. */
public interface Service {

  /** The name of the process, of its consumer group and in {@code ce_source}. */
  String name();

  /** Who decides what. */
  Handlers handlers();

  /** Who writes the domain tables. */
  Fold fold();

  /** The topics whose events the domain tables are a fold of: what a rebuild reads. */
  Set<Topic> foldedTopics();
}
