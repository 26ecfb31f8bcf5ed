package io.kehu.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose request or response is streamed: its size and duration are
 * limited neither by the service nor by the gateway, which learns its path from the
 * service. Operations that read newline-delimited JSON are streamed without this mark.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Streamed {

}
