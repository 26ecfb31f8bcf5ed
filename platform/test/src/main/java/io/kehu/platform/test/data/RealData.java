package io.kehu.platform.test.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test on real data, which runs where the folder named by the property
 * {@code kehu.realdata} holds its files, and is skipped with a line in the log elsewhere.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Tag("realdata")
@ExtendWith(RealDataCondition.class)
public @interface RealData {

	/**
	 * The files that the test reads.
	 * @return paths below the folder
	 */
	String[] value() default {};

}
