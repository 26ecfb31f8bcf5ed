package io.kehu.platform.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A user of Redis who can use only the keys and channels that start with the user's name.
 *
 * @param name the name
 * @param password the password, of which the server stores a digest
 */
public record RedisUser(String name, String password) {

	/**
	 * Commands that reach beyond the user's keys: other users' names, keys or
	 * connections, and the server itself.
	 */
	private static final String COMMANDS = "+@all -@admin -@dangerous -select -move -scan -randomkey -dbsize -wait"
			+ " -pubsub +pubsub|numsub -client +client|setname +client|setinfo -script +script|load +info";

	/** Returns the rule that defines this user in the server's configuration. */
	String rule() {
		return "user " + this.name + " on #" + digest() + " resetkeys ~" + this.name + ":* resetchannels &" + this.name
				+ ":* " + COMMANDS;
	}

	private String digest() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(this.password.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
