package io.kehu.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity whose records belong to somebody: its table has the columns {@code id},
 * {@code owner_id}, {@code team_id} and {@code deleted_at}, and {@link Access} is part of
 * every query. A service with an entity that has an {@code ownerId} and not this does not
 * start.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {

	/** Returns the table. */
	String table();

	/** Returns the permission to read. */
	String read();

	/** Returns the permission to create and change. */
	String write();

	/** Returns the permission to delete and restore. */
	String delete();

	/**
	 * Returns the condition that finds the records {@code :records}, an array of ids, by
	 * an index; the table is called {@code r}.
	 */
	String row() default "r.id = any(:records)";

}
