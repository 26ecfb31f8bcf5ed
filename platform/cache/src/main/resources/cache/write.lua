-- Stores what was written, unless something newer is there, and tells every session. Where a new epoch
-- has begun since the commit, only the version is stored: a later write may have been made without Redis.
-- KEYS: epoch, sessions, entries...
-- ARGV: channel of changes, message, time to live of a version alone in ms, then for each entry:
--       version, time to live in ms, payload, epoch before the commit
-- Returns the sessions.
local current = redis.call('GET', KEYS[1])
for index = 3, #KEYS do
  local at = 4 * (index - 2)
  local ttl, payload = ARGV[at + 1], ARGV[at + 2]
  if ARGV[at + 3] ~= current then
    ttl, payload = ARGV[3], 'U'
  end
  local epoch, version = string.match(redis.call('GETRANGE', KEYS[index], 0, 47), '^(%w+) (%d+) ')
  local older = epoch ~= current or tonumber(version) < tonumber(ARGV[at])
  local same = not older and tonumber(version) == tonumber(ARGV[at])
  if current and (older or same and string.sub(payload, 1, 1) ~= 'U') then
    redis.call('SET', KEYS[index], current .. ' ' .. ARGV[at] .. ' ' .. payload, 'PX', ttl)
  end
end
redis.call('PUBLISH', ARGV[1], ARGV[2])
return redis.call('SMEMBERS', KEYS[2])
