package io.kehu.platform.rehearsal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks operations that take the parameter {@code dryRun}: with it, they validate what
 * they are asked to do and answer as usual, but store nothing. Methods that override such
 * an operation take it too.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rehearsable {

}
