package io.kehu.platform.test.description;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is kept while the service writes it.
 */
final class WatchedResponse extends HttpServletResponseWrapper {

	private KeptBytes kept = new KeptBytes();

	private @Nullable ServletOutputStream stream;

	private @Nullable PrintWriter writer;

	private boolean error;

	WatchedResponse(HttpServletResponse response) {
		super(response);
	}

	Exchange.Body body() {
		if (this.writer != null) {
			this.writer.flush();
		}
		return this.kept.body(getContentType());
	}

	/** Returns whether an error page is going to be the answer. */
	boolean isError() {
		return this.error;
	}

	@Override
	public void sendError(int status) throws IOException {
		this.error = true;
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		this.error = true;
		super.sendError(status, message);
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.kept = new KeptBytes();
	}

	@Override
	public void reset() {
		super.reset();
		this.kept = new KeptBytes();
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream watched = this.stream;
		if (watched == null) {
			watched = new Watched(super.getOutputStream());
			this.stream = watched;
		}
		return watched;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter watched = this.writer;
		if (watched == null) {
			watched = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
			this.writer = watched;
		}
		return watched;
	}

	@Override
	public void flushBuffer() throws IOException {
		if (this.writer != null) {
			this.writer.flush();
		}
		super.flushBuffer();
	}

	/** Passes on what is written. */
	private final class Watched extends ServletOutputStream {

		private final ServletOutputStream target;

		Watched(ServletOutputStream target) {
			this.target = target;
		}

		@Override
		public void write(int single) throws IOException {
			this.target.write(single);
			WatchedResponse.this.kept.add(single);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.target.write(bytes, offset, length);
			WatchedResponse.this.kept.add(bytes, offset, length);
		}

		@Override
		public boolean isReady() {
			return this.target.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.target.setWriteListener(listener);
		}

		@Override
		public void flush() throws IOException {
			this.target.flush();
		}

		@Override
		public void close() throws IOException {
			this.target.close();
		}

	}

}
