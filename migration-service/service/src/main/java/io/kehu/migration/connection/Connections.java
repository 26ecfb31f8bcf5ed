package io.kehu.migration.connection;

import java.net.InetAddress;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.Schema;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.web.Preconditions;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages connections to databases. Their hosts are checked each time a connection is
 * made.
 */
@Service
public class Connections {

	private static final String SUBJECT = "connection";

	private final ConnectionStore store;

	private final SealedPasswords passwords;

	private final AllowedHosts hosts;

	private final RecordList<DatabaseConnection> list;

	private final StewardAccess access;

	Connections(ConnectionStore store, SealedPasswords passwords, AllowedHosts hosts,
			RecordList<DatabaseConnection> list, StewardAccess access) {
		this.store = store;
		this.passwords = passwords;
		this.hosts = hosts;
		this.list = list;
		this.access = access;
	}

	@Transactional
	ConnectionView create(NewConnection wanted) {
		this.hosts.resolve(wanted.host());
		UUID id = Ids.next();
		this.store.insert(id, wanted, this.passwords.seal(id, wanted.password()));
		return find(id).view();
	}

	RecordList<DatabaseConnection> list() {
		return this.list;
	}

	Page<ConnectionView> page(ListRequest request) {
		return this.list.page(request).map((found) -> found.stream().map(DatabaseConnection::view).toList());
	}

	@Transactional(readOnly = true)
	ConnectionView get(UUID id) {
		return find(id).view();
	}

	@Transactional
	void delete(UUID id, Preconditions preconditions) {
		DatabaseConnection found = find(id);
		this.access.check(DatabaseConnection.class, AccessLevel.DELETE, id, SUBJECT);
		preconditions.check(found.view().version());
		this.store.delete(id);
	}

	/**
	 * Reads the schema of a database.
	 * @throws ProblemException 404 if there is no such connection, 409 if the database
	 * does not answer
	 */
	public Schema schema(UUID id) {
		Database database = database(id);
		return OutsideWork.call(() -> {
			try {
				return Schema.read(database);
			}
			catch (SQLException ex) {
				throw unreachable(ex);
			}
		});
	}

	/**
	 * Returns the name of the database of a connection.
	 * @throws ProblemException 404 if there is no such connection
	 */
	@Transactional(readOnly = true)
	public String databaseName(UUID id) {
		return find(id).view().database();
	}

	/**
	 * Returns the database of a connection.
	 * @throws ProblemException 404 if there is no such connection, 400 if its host is not
	 * allowed
	 */
	public Database database(UUID id) {
		DatabaseConnection connection = find(id);
		ConnectionView view = connection.view();
		InetAddress address = this.hosts.resolve(view.host());
		boolean verified = view.tls().equals("verified");
		// Otherwise another resolution of the name could lead elsewhere
		String host = verified ? view.host() : literal(address);
		boolean mariaDb = view.kind().equals("mariadb");
		DatabaseKind kind = mariaDb ? DatabaseKind.MARIADB : DatabaseKind.POSTGRESQL;
		Map<String, String> properties = new LinkedHashMap<>();
		if (mariaDb) {
			properties.put("sslMode", verified ? "verify-full" : view.tls().equals("off") ? "disable" : "trust");
			properties.put("allowLocalInfile", "false");
		}
		else {
			properties.put("sslmode", verified ? "verify-full" : view.tls().equals("off") ? "disable" : "require");
		}
		return new Database(kind, kind.scheme() + host + ":" + view.port() + "/" + view.database(), view.user(),
				this.passwords.open(id, connection.sealedPassword()), properties);
	}

	/** Returns the problem that a database does not answer. */
	public static ProblemException unreachable(SQLException ex) {
		return ProblemException.of(HttpStatus.CONFLICT, "database-unavailable",
				"The database rejects the connection or the query: " + ex.getMessage());
	}

	private static String literal(InetAddress address) {
		String text = address.getHostAddress();
		return text.contains(":") ? "[" + text + "]" : text;
	}

	private DatabaseConnection find(UUID id) {
		return this.store.find(id)
			.filter((found) -> this.access.visible(DatabaseConnection.class, id))
			.orElseThrow(() -> ProblemException.notFound(SUBJECT, id));
	}

}
