package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the C2 compiler from compiling code that only runs while an application starts,
 * which would take two fifths of the processor time of the start. C1 is sufficient there,
 * and what is inlined into other methods is compiled as usual.
 */
final class CompilerDirectives {

	private static final String NAME = "compiler-directives.json";

	private CompilerDirectives() {
	}

	/**
	 * Writes the directives to the state folder.
	 * @return the options of a JVM that uses them
	 */
	static List<String> options(StateFolder state) {
		Path file = state.applications().resolve(NAME);
		try (InputStream directives = Objects.requireNonNull(CompilerDirectives.class.getResourceAsStream(NAME))) {
			PrivateFile.write(file, new String(directives.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:CompilerDirectivesFile=" + file);
	}

}
