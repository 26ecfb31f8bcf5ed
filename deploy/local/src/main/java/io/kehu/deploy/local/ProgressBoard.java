package io.kehu.deploy.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.kehu.deploy.local.system.StartListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows one line per process with its time, continuously updated on a terminal and
 * printed once elsewhere.
 */
final class ProgressBoard implements StartListener, AutoCloseable {

	private static final long REDRAW_MILLIS = 200;

	private final Console console;

	private final String doneWord;

	private final Map<String, Line> lines = new LinkedHashMap<>();

	private int drawn;

	private boolean closed;

	ProgressBoard(Console console, String doneWord) {
		this.console = console;
		this.doneWord = doneWord;
		if (console.isTerminal()) {
			Thread thread = new Thread(this::keepDrawing, "progress");
			thread.setDaemon(true);
			thread.start();
		}
	}

	@Override
	public synchronized void begun(String name, String detail) {
		this.lines.put(name, new Line(detail, System.nanoTime()));
		draw();
	}

	@Override
	public synchronized void done(String name, Duration time) {
		finish(name, this.doneWord, time);
	}

	@Override
	public synchronized void failed(String name, Duration time) {
		finish(name, "failed", time);
	}

	@Override
	public synchronized void stopped(String name, Duration time) {
		finish(name, "stopped", time);
	}

	@Override
	public synchronized void notice(String sentence) {
		erase();
		this.console.line(sentence);
		draw();
	}

	@Override
	public synchronized void close() {
		draw();
		this.closed = true;
	}

	private void finish(String name, String word, Duration time) {
		Line line = this.lines.computeIfAbsent(name, (missing) -> new Line("", System.nanoTime()));
		line.word = word;
		line.seconds = time.toMillis() / 1000.0;
		if (this.console.isTerminal()) {
			draw();
		}
		else {
			this.console.line(text(name, line));
		}
	}

	private void keepDrawing() {
		while (true) {
			synchronized (this) {
				if (this.closed) {
					return;
				}
				draw();
			}
			try {
				Thread.sleep(REDRAW_MILLIS);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void draw() {
		if (!this.console.isTerminal() || this.closed) {
			return;
		}
		StringBuilder screen = new StringBuilder(up());
		this.lines.forEach((name, line) -> screen.append("\033[K").append(text(name, line)).append('\n'));
		this.console.raw(screen.toString());
		this.drawn = this.lines.size();
	}

	private void erase() {
		if (this.console.isTerminal()) {
			this.console.raw(up() + "\033[J");
			this.drawn = 0;
		}
	}

	private String up() {
		return (this.drawn > 0) ? "\033[" + this.drawn + "A" : "";
	}

	private static String text(String name, Line line) {
		double seconds = (line.word == null) ? (System.nanoTime() - line.begin) / 1e9 : line.seconds;
		return String.format(Locale.ROOT, "  %-20s %-8s %6.1f s  %s", name, (line.word == null) ? "..." : line.word,
				seconds, line.detail);
	}

	/***
	 * The progress of one process.
	 */
	private static final class Line {

		private final String detail;

		private final long begin;

		private @Nullable String word;

		private double seconds;

		Line(String detail, long begin) {
			this.detail = detail;
			this.begin = begin;
		}

	}

}
