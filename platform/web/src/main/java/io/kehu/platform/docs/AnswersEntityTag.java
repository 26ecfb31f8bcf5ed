package io.kehu.platform.docs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares for the API description that a controller method answers with an entity tag.
 * Methods that answer with a record that has a version need no such declaration.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersEntityTag {

	/** Returns whether each successful answer has one. */
	boolean always() default true;

}
