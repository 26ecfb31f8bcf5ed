package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Stops a server when this JVM ends for whatever reason. It is a shell that reads from a
 * pipe, which the operating system closes even if the JVM is killed.
 */
final class Guardian {

	private static final String SCRIPT = """
			trap '' HUP INT TERM
			read -r word
			if [ "$word" = ended ]; then
				read -r word
			elif [ "$word" != release ]; then
				kill -s "$2" "$1"
				kill -s CONT "$1"
				tries=0
				while kill -s 0 "$1" && [ "$tries" -lt 100 ]; do
					sleep 0.1
					tries=$((tries + 1))
				done
				[ "$tries" -lt 100 ] || kill -s KILL "$1"
			fi
			[ "$word" = release ] || [ -z "$3" ] || rm -rf "$3"
			""";

	private final Process shell;

	private Guardian(Process shell) {
		this.shell = shell;
	}

	/**
	 * Guards a process for as long as this JVM runs.
	 * @param pid the process
	 * @param signal the signal that stops it
	 * @param folder the folder to delete with it, or null
	 * @return the guardian, never null
	 */
	static Guardian of(long pid, String signal, @Nullable Path folder) {
		try {
			return new Guardian(new ProcessBuilder("/bin/sh", "-c", SCRIPT, "kehu-guardian", Long.toString(pid), signal,
					(folder != null) ? folder.toString() : "")
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reports that the process has ended by itself, since its id may soon be reused.
	 */
	void ended() {
		tell("ended");
	}

	/**
	 * Stops guarding the process and its folder.
	 */
	void release() {
		tell("release");
	}

	private synchronized void tell(String word) {
		try {
			OutputStream pipe = this.shell.getOutputStream();
			pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
			pipe.flush();
		}
		catch (IOException ex) {
			// The shell was released earlier
		}
	}

}
