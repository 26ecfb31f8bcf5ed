package io.kehu.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hangs up on a client that for a long time neither sends more of its request nor takes
 * more of its answer: it would keep its connection, and one to an instance, for ever. A
 * client that only waits for an instance is none of these.
 */
final class StalledExchanges extends IdleStateHandler {

	private static final Logger logger = LoggerFactory.getLogger(StalledExchanges.class);

	private boolean sending;

	StalledExchanges(Duration patience) {
		super(true, 0, 0, patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		if (message instanceof HttpRequest) {
			this.sending = true;
		}
		if (message instanceof LastHttpContent) {
			this.sending = false;
		}
		super.channelRead(context, message);
	}

	@Override
	protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
		if (this.sending || isAnswerWaiting(context)) {
			logger.info("{} neither sends its request nor takes its answer; the connection is closed",
					context.channel().remoteAddress());
			var unusedClosing = context.close();
		}
	}

	private static boolean isAnswerWaiting(ChannelHandlerContext context) {
		ChannelOutboundBuffer waiting = context.channel().unsafe().outboundBuffer();
		return waiting != null && waiting.totalPendingWriteBytes() > 0;
	}

}
