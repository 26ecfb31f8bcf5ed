package io.kehu.deploy.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * The only access to the terminal: all output for users goes through this class.
 */
final class Console {

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean terminal;

	Console(PrintWriter out, PrintWriter err, boolean terminal) {
		this.out = out;
		this.err = err;
		this.terminal = terminal;
	}

	/** Returns the console of this process. */
	static Console ofProcess() {
		Charset charset = Charset
			.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
		return new Console(new PrintWriter(new FileOutputStream(FileDescriptor.out), true, charset),
				new PrintWriter(new FileOutputStream(FileDescriptor.err), true, charset),
				Boolean.getBoolean("kehu.terminal"));
	}

	/** Whether the output is a terminal, so that lines can be redrawn. */
	boolean isTerminal() {
		return this.terminal;
	}

	PrintWriter out() {
		return this.out;
	}

	PrintWriter err() {
		return this.err;
	}

	void line(String text) {
		this.out.println(text);
	}

	/** Prints text as it is, without a line break. */
	void raw(String text) {
		this.out.print(text);
		this.out.flush();
	}

	void error(String text) {
		this.err.println(text);
	}

	/** Asks for confirmation, which is given by typing "yes". */
	boolean confirms(String question) {
		raw(question + " Type yes to continue: ");
		try {
			String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
			return answer != null && answer.strip().equalsIgnoreCase("yes");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
