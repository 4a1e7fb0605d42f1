"""Columns that several of process's exhibits show, said and coloured alike."""

from __future__ import annotations

from lushan.exhibits.exhibit import Field
from lushan.words import Text

DEPARTMENT = Field("department", Text("部门", "Department"), "text")
PROCESS = Field("process", Text("流程", "Process"), "text")
NODE = Field("node", Text("节点", "Node"), "text")

WAITING = Field("waiting", Text("等待", "Waiting"), "percent", 4, hue="ochre")
TOUCH = Field("touch", Text("办理", "Touch"), "percent", 4, hue="green")

#: Why approvals stand still.
STALLED = (
    ("unassigned", Text("无人承办", "nobody named")),
    ("left", Text("承办人已离职", "handler left")),
    ("away", Text("休假未委托", "away, no delegate")),
    ("revising", Text("待发起人修改", "waits for its initiator")),
    ("unread", Text("未查看", "unread")),
    ("undecided", Text("看过未处理", "read, undecided")),
)
#: What a signature failed by, or who has to move.
SIGNING = (
    ("passed", Text("通过", "passed")),
    ("name", Text("名称不一致", "names differ")),
    ("unknown", Text("证书不明", "certificate unknown")),
    ("revoked", Text("证书已吊销", "certificate revoked")),
    ("expired", Text("证书不在有效期", "certificate out of its term")),
    ("hash", Text("文件非审定稿", "not the approved draft")),
    ("vendor", Text("待对方签署", "waits for the vendor")),
    ("desk", Text("待行内办理", "waits for a desk")),
)
MILESTONES = (
    ("applied", Text("申请", "Applied")),
    ("department", Text("部门审批", "Department")),
    ("legal", Text("法律审查", "Legal")),
    ("procurement", Text("科技采购办", "Procurement office")),
    ("seal_authority", Text("用印审批", "Seal authority")),
    ("invited", Text("签署邀请", "Invited")),
    ("vendor_signed", Text("对方签署", "Vendor signed")),
    ("bank_sealed", Text("我方用印", "Bank sealed")),
    ("archived", Text("归档", "Archived")),
)
CAUSES = (
    ("page_change", Text("页面变更", "Page changed")),
    ("login", Text("登录失败", "Login")),
    ("timeout", Text("超时", "Timeout")),
    ("data", Text("数据异常", "Data")),
)
CONFIDENCE = (
    ("high", Text("高", "high")),
    ("medium", Text("中", "medium")),
    ("low", Text("低", "low")),
)
APPEALED = ((True, Text("已申诉", "appealed")), (False, Text("无", "none")))
