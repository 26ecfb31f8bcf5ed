package io.kehu.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller whose methods are called again if the database rolls their
 * transaction back because of a concurrent one. The methods must have no other effect
 * than that transaction. A client that named a version in {@code If-Match} receives
 * status 412 from the repeated call.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RetriedOnConflict {

}
