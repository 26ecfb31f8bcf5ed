package io.kehu.platform.test.infrastructure;

import java.util.UUID;

import io.kehu.platform.embedded.PostgresDatabases;

/**
 * A database with the role that owns it, as a service has them.
 */
public final class Database {

	private final PostgresDatabases databases;

	private final String name;

	private final String password = UUID.randomUUID().toString();

	private Database(PostgresDatabases databases, String name) {
		this.databases = databases;
		this.name = name;
	}

	static Database create(PostgresDatabases databases, String name) {
		Database database = new Database(databases, name);
		databases.createDatabase(name, name, database.password);
		return database;
	}

	/**
	 * Where the database is.
	 * @return the JDBC URL, never null
	 */
	public String jdbcUrl() {
		return this.databases.jdbcUrl(this.name);
	}

	/**
	 * The role that owns the database.
	 * @return the role, never null
	 */
	public String username() {
		return this.name;
	}

	/**
	 * The role's password.
	 * @return the password, never null
	 */
	public String password() {
		return this.password;
	}

	/**
	 * The server's databases, for a test that needs a second one.
	 * @return the databases with a superuser's rights, never null
	 */
	public PostgresDatabases server() {
		return this.databases;
	}

	void drop() {
		this.databases.dropDatabase(this.name, this.name);
	}

}
