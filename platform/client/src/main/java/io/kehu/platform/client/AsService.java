package io.kehu.platform.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has an {@code @HttpExchange} interface called in the service's own name, whoever it
 * works for: for what the service has to know, and no caller learns through it. A service
 * that is refused has no answer, and counts as one that got none.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsService {

}
