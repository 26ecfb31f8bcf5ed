package io.kehu.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity whose records have an owner, or belong to a parent that has one. Its
 * table has the columns {@code id} and {@code deleted_at}, and either {@code owner_id}
 * and {@code team_id} or the id of the parent. {@link Access} restricts every query. A
 * service with an entity that has an {@code ownerId} but not this annotation does not
 * start.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {

	/** Returns the name of the table. */
	String table();

	/** Returns the permission required to read a record. */
	String read();

	/** Returns the permission required to create and change a record. */
	String write();

	/** Returns the permission required to delete and restore a record. */
	String delete();

	/**
	 * Returns the permission required to see the personal data of a record in clear;
	 * empty if the records have none.
	 */
	String personal() default "";

	/**
	 * Returns the condition that selects the records {@code :records}, an array of ids,
	 * using an index. The alias of the table is {@code r}.
	 */
	String row() default "r.id = any(:records)";

	/**
	 * Returns the table of the parents whose owners, teams and shares apply to these
	 * records, for example {@code customer}; empty if the records have their own.
	 */
	String parent() default "";

	/** Returns the column of the parent's id, for example {@code customer_id}. */
	String parentId() default "";

	/**
	 * Returns the columns with the ids of the users who see a record even if it is
	 * private; empty if the records do not have a {@link Visibility}. If they do, their
	 * table also has the columns {@code visibility}, {@code owner_id} and
	 * {@code team_id}, and their details an owner and a team, even if access is derived
	 * from a parent.
	 */
	String[] visibleTo() default {};

}
