package io.coffer.messaging.dispatch;

/** What the plumbing must know of the service it runs in. Each service has one bean of it. */
public interface Service {

  /** The name of the process, of its consumer group and in {@code ce_source}. */
  String name();
}
