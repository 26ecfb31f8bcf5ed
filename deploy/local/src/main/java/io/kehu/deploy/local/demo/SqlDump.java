package io.kehu.deploy.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import io.kehu.deploy.local.system.LaunchFailure;
import org.postgresql.PGConnection;

/**
 * Restores a plain PostgreSQL dump into a scratch database.
 *
 * @param file the dump, in UTF-8
 */
record SqlDump(Path file) {

	private static final Pattern COPY = Pattern.compile("COPY .* FROM stdin;", Pattern.CASE_INSENSITIVE);

	/**
	 * Statements that are specific to the original server or to older versions.
	 */
	private static final Pattern FOREIGN = Pattern.compile(
			"(SET |SELECT pg_catalog\\.set_config|ALTER .* OWNER TO |GRANT |REVOKE |(CREATE|COMMENT ON) EXTENSION ).*;",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Runs the dump.
	 * @throws LaunchFailure if it cannot be read or restored
	 */
	void restore(Connection connection) {
		StringBuilder script = new StringBuilder();
		try (BufferedReader lines = Files.newBufferedReader(this.file, StandardCharsets.UTF_8);
				Statement statement = connection.createStatement()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (COPY.matcher(line).matches()) {
					statement.execute(script.toString());
					script.setLength(0);
					copy(connection, line, lines);
				}
				else if (!line.startsWith("\\") && !FOREIGN.matcher(line).matches()) {
					script.append(line).append('\n');
				}
			}
			statement.execute(script.toString());
		}
		catch (NoSuchFileException ex) {
			throw new LaunchFailure("The file " + this.file + " does not exist.", ex);
		}
		catch (IOException ex) {
			throw new LaunchFailure("The dump " + this.file + " cannot be read: " + ex.getMessage(), ex);
		}
		catch (SQLException ex) {
			throw new LaunchFailure("The dump " + this.file + " cannot be restored: " + ex.getMessage(), ex);
		}
	}

	private static void copy(Connection connection, String command, BufferedReader lines)
			throws IOException, SQLException {
		StringBuilder rows = new StringBuilder();
		for (String line = lines.readLine(); line != null && !line.equals("\\."); line = lines.readLine()) {
			rows.append(line).append('\n');
		}
		connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn(command.substring(0, command.length() - 1), new StringReader(rows.toString()));
	}

}
