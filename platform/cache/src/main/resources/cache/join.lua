-- Enters a session, and starts a new epoch when what was cached before may be outdated.
-- KEYS: epoch, sessions
-- ARGV: session, whether to start a new epoch in any case, the new epoch's name, channel of changes,
--       message that tells of a new epoch, prefix of the sessions' channels, sessions to remove...
-- Returns the epoch, "1" if it is new, and the sessions.
local server = string.sub(string.match(redis.call('INFO', 'server'), 'run_id:(%w+)'), 1, 8)
local epoch = redis.call('GET', KEYS[1])
local fresh = ARGV[2] == '1' or not epoch or string.sub(epoch, 1, 8) ~= server
for index = 7, #ARGV do
  if redis.call('SREM', KEYS[2], ARGV[index]) == 1 then
    fresh = true
  end
end
redis.call('SADD', KEYS[2], ARGV[1])
local sessions = redis.call('SMEMBERS', KEYS[2])
for _, session in ipairs(sessions) do
  if redis.call('PUBSUB', 'NUMSUB', ARGV[6] .. session)[2] == 0 then
    fresh = true
  end
end
if fresh then
  epoch = server .. ARGV[3]
  redis.call('SET', KEYS[1], epoch)
  redis.call('PUBLISH', ARGV[4], ARGV[5])
end
return { epoch, fresh and '1' or '0', unpack(sessions) }
