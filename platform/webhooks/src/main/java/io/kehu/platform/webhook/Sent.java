package io.kehu.platform.webhook;

/**
 * How many events are sent again.
 */
record Sent(int events) {
}
