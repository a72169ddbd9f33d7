package io.coffer.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a message is called on the wire, for example {@code coffer.vault.created.v1}. The name
 * carries a version and never changes; the class may move.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireName {

  String value();
}
