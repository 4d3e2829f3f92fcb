# A busy person whose network may go away.
app="/tmp/ctl/app --by Person$ID soak"
$app work /tmp/share/Office.almoner --folder /tmp/desk --ledger /tmp/ctl/ledger --for ${SECONDS_TO_WORK}s --pause 400ms --poll 1s --whole
$app drain /tmp/share/Office.almoner --folder /tmp/desk --for 150s
cp -r /tmp/desk /tmp/ctl/desk
