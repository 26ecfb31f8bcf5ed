package io.kehu.platform.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import io.kehu.platform.problem.RequestTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body throws a {@link RequestTooLargeException} if it exceeds the size
 * limit.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

	private final long limit;

	LimitedRequest(HttpServletRequest request, long limit) {
		super(request);
		this.limit = limit;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		return new LimitedStream(super.getInputStream(), this.limit);
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Counts the bytes read.
	 */
	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final long limit;

		private long read;

		LimitedStream(ServletInputStream stream, long limit) {
			this.stream = stream;
			this.limit = limit;
		}

		private int count(int bytes) throws RequestTooLargeException {
			this.read += Math.max(bytes, 0);
			if (this.read > this.limit) {
				throw new RequestTooLargeException(this.limit);
			}
			return bytes;
		}

		@Override
		public int read() throws IOException {
			int next = this.stream.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return count(this.stream.read(bytes, offset, length));
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
