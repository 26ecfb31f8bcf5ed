package io.kehu.platform.test.description;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is kept while the service reads it.
 */
final class WatchedRequest extends HttpServletRequestWrapper {

	private final KeptBytes kept = new KeptBytes();

	private @Nullable ServletInputStream stream;

	WatchedRequest(HttpServletRequest request) {
		super(request);
	}

	Exchange.Body body() {
		return this.kept.body(getContentType());
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		ServletInputStream watched = this.stream;
		if (watched == null) {
			watched = new Watched(super.getInputStream(), this.kept);
			this.stream = watched;
		}
		return watched;
	}

	/** Passes on what it reads. */
	private static final class Watched extends ServletInputStream {

		private final ServletInputStream source;

		private final KeptBytes kept;

		Watched(ServletInputStream source, KeptBytes kept) {
			this.source = source;
			this.kept = kept;
		}

		@Override
		public int read() throws IOException {
			int read = this.source.read();
			if (read >= 0) {
				this.kept.add(read);
			}
			return read;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.source.read(bytes, offset, length);
			if (read > 0) {
				this.kept.add(bytes, offset, read);
			}
			return read;
		}

		@Override
		public boolean isFinished() {
			return this.source.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.source.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.source.setReadListener(listener);
		}

		@Override
		public int available() throws IOException {
			return this.source.available();
		}

		@Override
		public void close() throws IOException {
			this.source.close();
		}

	}

}
