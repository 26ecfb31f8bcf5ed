/**
 * Announcements that parts of the API will go away.
 */
@NullMarked
package io.kehu.gateway.notice;

import org.jspecify.annotations.NullMarked;
