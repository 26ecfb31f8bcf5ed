package io.kehu.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.kehu.platform.trace.TraceParent;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Rejects malformed HTTP requests, which would otherwise get a response without a body,
 * and closes the connection.
 */
final class MalformedRequests extends ChannelInboundHandlerAdapter {

	/** A name or an address, and optionally a port (RFC 3986, section 3.2). */
	private static final Pattern HOST = Pattern
		.compile("([A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\])(:\\d{1,5})?");

	private static final String PLAIN = "/?&=-._~+,:@!$'()*";

	private static final long LINGER_MILLIS = 1_000;

	private final ProblemWriter problems;

	private boolean refused;

	MalformedRequests(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.refused) {
			ReferenceCountUtil.release(message);
		}
		else if (!(message instanceof HttpRequest request)) {
			context.fireChannelRead(message);
		}
		else if (request.decoderResult().isFailure()) {
			refuse(context, message, undecodable(request.decoderResult().cause()));
		}
		else if (!isWellFormed(request.uri())) {
			refuse(context, message, new Problem(HttpStatus.BAD_REQUEST, "The request target is malformed."));
		}
		else if (!namesOneHost(request)) {
			refuse(context, message,
					new Problem(HttpStatus.BAD_REQUEST, "The request must have exactly one valid Host header."));
		}
		else {
			context.fireChannelRead(message);
		}
	}

	/** RFC 9112, section 3.2; HTTP/1.0 doesn't require the header. */
	private static boolean namesOneHost(HttpRequest request) {
		List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
		if (hosts.isEmpty()) {
			return request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0;
		}
		return hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
	}

	private static Problem undecodable(Throwable failure) {
		if (failure instanceof TooLongHttpLineException) {
			return new Problem(HttpStatus.URI_TOO_LONG, "The request target is too long.");
		}
		if (failure instanceof TooLongHttpHeaderException) {
			return new Problem(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The request headers are too large.");
		}
		return new Problem(HttpStatus.BAD_REQUEST, "The request is malformed.");
	}

	private static boolean isWellFormed(String uri) {
		if (isPlain(uri)) {
			return true;
		}
		try {
			return new URI(uri).getRawPath() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** Shortcut that covers nearly all request targets. */
	private static boolean isPlain(String uri) {
		for (int i = 0; i < uri.length(); i++) {
			char character = uri.charAt(i);
			boolean usual = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
					|| (character >= 'A' && character <= 'Z') || PLAIN.indexOf(character) >= 0;
			if (!usual) {
				return false;
			}
		}
		return uri.startsWith("/") && !uri.startsWith("//");
	}

	private void refuse(ChannelHandlerContext context, Object message, Problem problem) {
		ReferenceCountUtil.release(message);
		this.refused = true;
		String trace = TraceParent.begin().traceId();
		byte[] body = this.problems.document(problem, "/", trace);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(problem.status().value()), Unpooled.wrappedBuffer(body));
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
			.set(TraceHeader.NAME, trace);
		context.writeAndFlush(response).addListener((written) -> hangUp(context));
	}

	/**
	 * Closing immediately, while the rest of the request is still arriving, would reset
	 * the connection before the client has read the response.
	 */
	private static void hangUp(ChannelHandlerContext context) {
		if (context.channel() instanceof DuplexChannel channel) {
			var unusedShutdown = channel.shutdownOutput();
		}
		var unusedTimer = context.executor().schedule(() -> {
			var unusedClosing = context.close();
		}, LINGER_MILLIS, TimeUnit.MILLISECONDS);
	}

}
