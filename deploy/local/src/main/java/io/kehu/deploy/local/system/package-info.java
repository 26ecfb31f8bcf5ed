/**
 * The whole system on one machine: what belongs to it, and how it is started, watched and
 * stopped.
 */
@NullMarked
package io.kehu.deploy.local.system;

import org.jspecify.annotations.NullMarked;
