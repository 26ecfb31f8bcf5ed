package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the last lines of a log without reading the rest.
 */
public final class LogTail {

	private static final int MOST_BYTES_PER_LINE = 400;

	private LogTail() {
	}

	/**
	 * Returns up to the given number of lines from the end of a log, or none if there is
	 * no log.
	 */
	public static List<String> of(Path log, int lines) {
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			long start = Math.max(0, file.length() - (long) lines * MOST_BYTES_PER_LINE);
			byte[] bytes = new byte[(int) (file.length() - start)];
			file.seek(start);
			file.readFully(bytes);
			String text = new String(bytes, StandardCharsets.UTF_8);
			if (start > 0) {
				text = text.substring(text.indexOf('\n') + 1);
			}
			Deque<String> last = new ArrayDeque<>();
			text.lines().forEach((line) -> {
				if (last.size() == lines) {
					last.removeFirst();
				}
				last.addLast(line);
			});
			return List.copyOf(last);
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/** Returns the end of a log for use in a message, without stack frames. */
	static String reason(Path log, int lines) {
		List<String> said = of(log, lines * 20).stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... "))
			.toList();
		return String.join("\n", said.subList(Math.max(0, said.size() - lines), said.size()).stream().map((line) -> {
			String shown = "    " + line;
			return (shown.length() > 200) ? shown.substring(0, 200) + "..." : shown;
		}).toList());
	}

}
