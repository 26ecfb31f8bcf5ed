package io.kehu.platform.cache;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What the instances of a service tell each other through Redis.
 */
sealed interface CacheMessage {

	/**
	 * Records have been written.
	 *
	 * @param sender the session to acknowledge to
	 * @param sequence what to acknowledge
	 */
	record Changes(String sender, long sequence, List<ChangedRecord> records) implements CacheMessage {
	}

	/** Everything cached before may be outdated. */
	record NewEpoch(String sender, long sequence) implements CacheMessage {
	}

	/** A session has dropped what a message told it to drop. */
	record Acknowledgement(String sender, long sequence) implements CacheMessage {
	}

	/**
	 * A session's message to itself, which comes behind all that was sent to it before.
	 *
	 * @param sentAt the time of sending by {@link System#nanoTime()}
	 */
	record Beat(long sentAt) implements CacheMessage {
	}

	/** A record that has been written. */
	record ChangedRecord(String cache, UUID id, long version) {

		private static ChangedRecord parse(String line) {
			String[] words = words(line);
			return new ChangedRecord(words[0], UUID.fromString(words[1]), Long.parseLong(words[2]));
		}

	}

	/** Returns the message as it is sent: a line of its own, then one for each record. */
	default String text() {
		if (this instanceof Changes changes) {
			StringBuilder text = new StringBuilder("C " + changes.sender() + " " + changes.sequence());
			for (ChangedRecord changed : changes.records()) {
				text.append('\n')
					.append(changed.cache())
					.append(' ')
					.append(changed.id())
					.append(' ')
					.append(changed.version());
			}
			return text.toString();
		}
		if (this instanceof NewEpoch epoch) {
			return "E " + epoch.sender() + " " + epoch.sequence();
		}
		if (this instanceof Acknowledgement acknowledgement) {
			return "A " + acknowledgement.sender() + " " + acknowledgement.sequence();
		}
		return "B - " + ((Beat) this).sentAt();
	}

	/**
	 * Reads a message.
	 * @throws IllegalArgumentException when the text is no message
	 */
	static CacheMessage parse(String text) {
		String[] lines = text.split("\n", -1);
		String[] header = words(lines[0]);
		long sequence = Long.parseLong(header[2]);
		return switch (header[0]) {
			case "C" ->
				new Changes(header[1], sequence, Arrays.stream(lines).skip(1).map(ChangedRecord::parse).toList());
			case "E" -> new NewEpoch(header[1], sequence);
			case "A" -> new Acknowledgement(header[1], sequence);
			case "B" -> new Beat(sequence);
			default -> throw new IllegalArgumentException("Unknown message " + header[0]);
		};
	}

	private static String[] words(String line) {
		String[] words = line.split(" ", -1);
		if (words.length != 3) {
			throw new IllegalArgumentException("Not three words: " + line);
		}
		return words;
	}

}
